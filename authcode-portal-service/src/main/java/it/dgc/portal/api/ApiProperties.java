package it.dgc.portal.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the API.
 *
 * @param drawnAtOnce documents, and pictures of captchas, that are drawn at the same time; others are told to come later
 */
@Validated
@ConfigurationProperties("dgc.api")
record ApiProperties(@Min(1) @Max(1000) @DefaultValue("8") int drawnAtOnce) {}
