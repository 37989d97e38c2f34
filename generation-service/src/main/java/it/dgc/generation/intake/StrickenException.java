package it.dgc.generation.intake;

/** An {@link Error} came up while a record was handled; says so to the container, which hands the record in again. */
final class StrickenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StrickenException(Error cause) {
        super(cause.getClass().getName(), cause);
    }
}
