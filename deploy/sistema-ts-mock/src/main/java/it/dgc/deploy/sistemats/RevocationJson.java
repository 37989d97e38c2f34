package it.dgc.deploy.sistemats;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.dgc.common.messages.RevocationRequest;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Requests to revoke and to restore as JSON: what is not there is left out. */
final class RevocationJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private RevocationJson() {}

    static byte[] write(RevocationRequest request) {
        return MAPPER.writeValueAsBytes(request);
    }
}
