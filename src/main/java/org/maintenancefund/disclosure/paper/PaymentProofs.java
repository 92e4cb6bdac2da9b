package org.maintenancefund.disclosure.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.collection.ReceivedPayment;
import org.maintenancefund.collection.ReceivedPayments;
import org.maintenancefund.disclosure.paper.PaperContent.Line;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.kernel.money.AmountInWords;
import org.springframework.stereotype.Component;

/** 缴款证明: what a tenant, or whoever paid for the owner, shows to them. A payment that was reversed proves nothing. */
@Component
@RequiredArgsConstructor
class PaymentProofs {

    private final ReceivedPayments payments;
    private final PropertyAreas areas;

    NewPaper of(ReceivedPayment payment) {
        if (!payment.live()) {
            throw Refusal.because("collection.paper.reversed", payment.number());
        }
        return new NewPaper(
                PaperKind.PAYMENT_PROOF,
                payment.unit(),
                payment.number(),
                null,
                payment.receivedOn(),
                payment.amount(),
                new PaperContent(
                        Messages.of("disclosure.paper.proof.text"),
                        List.of(
                                Line.of("receipt", payment.number()),
                                Line.of("area", areas.get(payment.area()).name()),
                                Line.of("unit", payment.place()),
                                Line.of("number", payment.unitNumber()),
                                Line.ofPerson("payer", payment.payer()),
                                Line.of("from", payment.from()),
                                Line.of("receivedOn", Times.longDate(payment.receivedOn())),
                                Line.of("way", payment.way()),
                                Line.of(
                                        "amount",
                                        Messages.of(
                                                "disclosure.paper.amount",
                                                payment.amount(),
                                                AmountInWords.of(payment.amount()))),
                                Line.of("receiver", payment.organisation())),
                        Messages.list("disclosure.paper.proof.columns"),
                        1,
                        months(payment),
                        Messages.of("disclosure.paper.proof.note")));
    }

    /** The months that it pays, and what is left of it. */
    private static List<List<String>> months(ReceivedPayment payment) {
        List<List<String>> rows = new ArrayList<>(payment.paid().stream()
                .map(paid -> List.of(
                        paid.month().toString(), paid.formula(), paid.amount().toString()))
                .toList());
        if (payment.left().isPositive()) {
            rows.add(List.of(
                    Messages.of("disclosure.paper.proof.prepaid"),
                    Messages.of("disclosure.prepaid.note"),
                    payment.left().toString()));
        }
        return rows;
    }

    PaperValidity standing(String receipt) {
        ReceivedPayment payment = payments.get(receipt);
        LocalDate reversedOn = payment.reversedOn();
        return reversedOn == null
                ? PaperValidity.holds("disclosure.paper.proof.holds")
                : PaperValidity.over("disclosure.paper.proof.reversed", Times.longDate(reversedOn));
    }
}
