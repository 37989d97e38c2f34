package it.dgc.portal.retrieval.downloads;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of what is taken home.
 *
 * @param drawnAtOnce documents that are drawn at the same time; other links are told to come later, and stay good
 */
@Validated
@ConfigurationProperties("dgc.downloads")
record DownloadsProperties(@Min(1) @Max(1000) @DefaultValue("8") int drawnAtOnce) {}
