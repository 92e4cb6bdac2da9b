package org.maintenancefund.collection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.collection.ReceivedPayment.PaidMonth;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.receipt.ReceiptRegister;
import org.maintenancefund.collection.receipt.ReceiptView;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Single payments, for papers that prove them. Whoever asks has made sure that the person may see it. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class ReceivedPayments {

    private final ReceiptRegister receipts;
    private final Clock clock;

    /** The payment with that 收款编号; {@link NotFound} where there is none. */
    public ReceivedPayment get(String number) {
        return read(number)
                .flatMap(receipts::find)
                .map(this::payment)
                .orElseThrow(() -> new NotFound("receipt " + number));
    }

    private static Optional<ReceiptNumber> read(String number) {
        try {
            return Optional.of(new ReceiptNumber(number));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private ReceivedPayment payment(ReceiptView receipt) {
        return new ReceivedPayment(
                receipt.number().value(),
                receipt.unit(),
                receipt.area(),
                receipt.period(),
                receipt.unitNumber(),
                receipt.place().shown(),
                receipt.amount(),
                receipt.left(),
                receipt.receivedOn(),
                receipt.way().label(),
                receipt.from().label(),
                receipt.payer(),
                receipt.isStraight() ? Messages.of("collection.straight") : receipt.organisation(),
                receipt.paid().stream()
                        .map(paid -> new PaidMonth(paid.month(), paid.formula(), paid.amount()))
                        .toList(),
                receipt.state().isLive(),
                reversedOn(receipt));
    }

    private @Nullable LocalDate reversedOn(ReceiptView receipt) {
        return receipt.reversedBy() == null
                ? null
                : receipts.find(receipt.reversedBy())
                        .map(negative -> LocalDate.ofInstant(negative.recordedAt(), clock.getZone()))
                        .orElseThrow();
    }
}
