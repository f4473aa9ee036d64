package io.askwell.llm.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.domain.agent.Rows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsupportedNumbersTest {
    private static final Rows ROWS = new Rows(List.of("name", "total", "share", "last", "street", "zip"), List.of(
            Arrays.asList("Alice", new BigDecimal("1234.50"), new BigDecimal("0.4567"), LocalDate.of(2024, 5, 1),
                    "123 Apple St", "10001"),
            Arrays.asList("Bob", new BigDecimal("99.994"), new BigDecimal("-12"), null, "1.2.3", "Q3"),
            Arrays.asList("Eve", 2_500_000L, 17L, null, null, "20002")), false);

    @ParameterizedTest
    @ValueSource(strings = {"Alice spent 1234.5.", "Alice spent 1,234.50 and", "1.234,50 €", "$1234.50!", "1’234.50",
            "1\u202f234.50", "about 1,235", "99.99", "100 dollars", "45.67%", "45.7 %", "46 percent", "2.5 million",
            "2.5M", "2,500k", "2,500,000", "a loss of -12", "12 less"})
    void aNumberMayBeFormattedAndRounded(String answer) {
        assertThat(in(answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-05-01", "May 1, 2024", "on 01.05.2024", "1 May 2024", "in 2024"})
    void datesAreSupportedByTheirParts(String answer) {
        assertThat(in(answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"There are 3 customers.", "1. Alice\n2. Bob\n3) Eve", "She is the 2nd of them",
            "123 Apple St, 10001", "Version 1.2.3", "In Q3", "Those above 7", "The last 30 days", "B2B and x86"})
    void countsOfRowsPlacesTextsTheQuestionAndTheSqlSupportToo(String answer) {
        assertThat(in(answer)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Alice spent 1,334.50. | 1,334.50", "There are 8. | 8", "4. Zed | 4",
            "In 2023 | 2023", "It grew by 46 | 46", "45.8% | 45.8", "the 9th | 9", "12.34.56 | 12.34.56",
            "1234.51 | 1234.51"})
    void whatNothingSupportsIsFlagged(String answer, String number) {
        assertThat(in(answer)).containsExactly(number);
    }

    @Test
    void eachNumberIsNamedOnceAndNotWithoutEnd() {
        assertThat(in("8 and 8 and 9")).containsExactly("8", "9");
        assertThat(in("8 ".repeat(10) + IntStream.range(4000, 4100).boxed().toList())).hasSize(20);
    }

    @Test
    void noRowsSupportZeroOnly() {
        var facts = new Facts("How many?", "SELECT 1 WHERE false", new Rows(List.of("n"), List.of(), false));

        assertThat(UnsupportedNumbers.in("There are 0, not 4.", facts)).containsExactly("4");
    }

    private static List<String> in(String answer) {
        return UnsupportedNumbers.in(answer,
                new Facts("Who has more than 7?", "SELECT * FROM t WHERE d > now() - interval '30 days'", ROWS));
    }
}
