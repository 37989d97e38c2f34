package it.dgc.generation.signing;

import java.security.InvalidKeyException;
import java.security.InvalidParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A signature engine with a fault: it verifies as it should, and signs something else. */
final class BrokenEngine extends SignatureSpi {

    static final String ALGORITHM = "SHA256withECDSAinP1363Format";

    private final Signature sound;
    private final UnaryOperator<byte[]> fault;

    BrokenEngine(UnaryOperator<byte[]> fault) throws NoSuchAlgorithmException {
        this.sound = Signature.getInstance(ALGORITHM);
        this.fault = fault;
    }

    static SignatureEngine thatMakes(UnaryOperator<byte[]> fault) {
        return new SignatureEngine(new FaultyProvider(fault), ALGORITHM);
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
        return fault.apply(sound.sign());
    }

    @Override
    protected boolean engineVerify(byte[] signature) throws SignatureException {
        return sound.verify(signature);
    }

    @Override
    protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
        sound.initVerify(key);
    }

    @Override
    protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
        sound.initSign(key);
    }

    @Override
    protected void engineUpdate(byte b) throws SignatureException {
        sound.update(b);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int offset, int length) throws SignatureException {
        sound.update(bytes, offset, length);
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
        throw new InvalidParameterException();
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
        throw new InvalidParameterException();
    }

    private static final class FaultyProvider extends Provider {

        private static final long serialVersionUID = 1L;

        FaultyProvider(UnaryOperator<byte[]> fault) {
            super("Faulty", "1", "signs something else");
            putService(new Service(this, "Signature", ALGORITHM, BrokenEngine.class.getName(), List.of(), Map.of()) {
                @Override
                public Object newInstance(Object none) throws NoSuchAlgorithmException {
                    return new BrokenEngine(fault);
                }
            });
        }
    }
}
