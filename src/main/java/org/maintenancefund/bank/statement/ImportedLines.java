package org.maintenancefund.bank.statement;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.money.Money;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The lines of a statement that waits to be confirmed, as JSON, which one statement makes lines of the account of. */
@Component
@RequiredArgsConstructor
class ImportedLines {

    /** The columns of {@link Flat}, for {@code jsonb_to_recordset}. */
    static final String COLUMNS =
            "id uuid, sequence bigint, file_row integer, day date, \"time\" time, serial text, amount bigint,"
                    + " before bigint, balance bigint, counterparty text, counterparty_account text, text text, twin integer, slip_numbers text[]";

    private final JsonMapper json;

    /** A line as the table has it. */
    private record Flat(
            UUID id,
            long sequence,
            int file_row,
            String day,
            @Nullable String time,
            @Nullable String serial,
            long amount,
            long before,
            long balance,
            String counterparty,
            String counterparty_account,
            String text,
            int twin,
            List<String> slip_numbers) {

        StatementLine line() {
            return new StatementLine(
                    file_row,
                    LocalDate.parse(day),
                    time == null ? null : LocalTime.parse(time),
                    serial,
                    new Money(amount),
                    new Money(balance),
                    counterparty,
                    counterparty_account,
                    text,
                    twin);
        }
    }

    /** @param after the place of the last line that the account has */
    String write(List<StatementLine> lines, long after) {
        return json.writeValueAsString(IntStream.range(0, lines.size())
                .mapToObj(i -> flat(lines.get(i), after + 1 + i))
                .toList());
    }

    private static Flat flat(StatementLine line, long sequence) {
        return new Flat(
                Ids.next(),
                sequence,
                line.row(),
                line.day().toString(),
                line.time() == null ? null : Objects.toString(line.time()),
                line.serial(),
                line.amount().fen(),
                line.before().fen(),
                line.balance().fen(),
                line.counterparty(),
                line.counterpartyAccount(),
                line.text(),
                line.twin(),
                line.amount().isPositive() ? SlipNumbers.in(line.text()) : List.of());
    }

    List<StatementLine> read(String lines) {
        return Stream.of(json.readValue(lines, Flat[].class)).map(Flat::line).toList();
    }
}
