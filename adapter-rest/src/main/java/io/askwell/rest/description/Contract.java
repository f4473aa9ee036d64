package io.askwell.rest.description;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API's contract in the two forms that clients read.
 *
 * @param yaml as it was written
 * @param json the same
 */
record Contract(String yaml, String json) {

    /** @throws IOException if the file cannot be read */
    static Contract read(Resource yaml, JsonMapper json) throws IOException {
        String text = yaml.getContentAsString(StandardCharsets.UTF_8);
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object document = new Yaml(new SafeConstructor(options)).load(text);
        return new Contract(text, json.writeValueAsString(document));
    }
}
