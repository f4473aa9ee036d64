package io.askwell.domain.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({"name,name,0", "nam,name,1", "emial,email,2", "'',abc,3", "abc,'',3", "kitten,sitting,3"})
    void countsTheLettersToChangeAddOrLeaveOut(String one, String other, int edits) {
        assertThat(Spelling.edits(one, other)).isEqualTo(edits);
        assertThat(Spelling.edits(other, one)).isEqualTo(edits);
    }
}
