package io.askwell.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ApiKeysTest {
    @Test
    void aSingleKeyBelongsToTheDefaultCaller() {
        assertThat(ApiKeys.parse("s3cret").owner("s3cret")).contains(new Caller("default"));
    }

    @Test
    void aListNamesTheOwnerOfEachKey() {
        ApiKeys keys = ApiKeys.parse("alice:key-1, bob:key-2");

        assertThat(keys.owner("key-1")).contains(new Caller("alice"));
        assertThat(keys.owner("key-2")).contains(new Caller("bob"));
    }

    @Test
    void aKeyMayHoldColonsAfterItsName() {
        assertThat(ApiKeys.parse("alice:a:b").owner("a:b")).contains(new Caller("alice"));
    }

    @Test
    void nobodyOwnsAnotherKey() {
        ApiKeys keys = ApiKeys.parse("alice:key-1,bob:key-2");

        assertThat(keys.owner("key-3")).isEmpty();
        assertThat(keys.owner("")).isEmpty();
        assertThat(keys.owner("alice:key-1")).isEmpty();
        assertThat(keys.owner("KEY-1")).isEmpty();
    }

    @Test
    void refusesAListThatIsNotClear() {
        refuses("", "empty");
        refuses("alice:", "'alice' is empty");
        refuses(":key", "empty name");
        refuses("alice:key-1,", "empty");
        refuses("alice:key-1,alice:key-2", "name 'alice' stands there twice");
        refuses("alice:key-1,bob:key-1", "'bob' stands there twice");
    }

    private static void refuses(String text, String reason) {
        assertThatThrownBy(() -> ApiKeys.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason).hasMessageNotContaining("key-1");
    }
}
