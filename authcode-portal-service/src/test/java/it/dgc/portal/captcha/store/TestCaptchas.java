package it.dgc.portal.captcha.store;

import org.springframework.data.mongodb.core.MongoTemplate;

/** The open captchas, for tests of those who use them. */
public final class TestCaptchas {

    private TestCaptchas() {}

    public static OpenCaptchas on(MongoTemplate template) {
        return new MongoOpenCaptchas(template);
    }
}
