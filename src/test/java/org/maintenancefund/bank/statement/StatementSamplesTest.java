package org.maintenancefund.bank.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.bank.statement.StatementUploads.NewStatement;
import org.maintenancefund.bank.statement.StatementUploads.Uploaded;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.annotation.Transactional;

/** The samples that can be downloaded, each by the template that comes with the system. */
@IntegrationTest
@Transactional
class StatementSamplesTest {

    @Autowired
    AFundAccount accounts;

    @Autowired
    StatementUploads uploads;

    @Autowired
    StatementImportRegister register;

    @Autowired
    StatementImports imports;

    @Autowired
    InvariantService invariants;

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "boc.csv, 中国银行, 104200010052660001, '10,000.00', 4, '20,124.25'",
        "ccb.csv, 建设银行, 32001594041050001234, '10,000.00', 3, '11,121.78'",
        "icbc.csv, 工商银行, 0200000129200001234, 5000.00, 3, '5,291.25'",
        "icbc-serial.csv, 工商银行, 0200000129200001234, 5000.00, 3, '5,291.25'",
        "abc.csv, 农业银行, 10530001040012345, '8,000.00', 3, '8,080.00'",
        "cmb.csv, 招商银行, 731900010010001, '6,000.00', 2, '6,492.00'",
    })
    void theSampleOfEachBankIsReadByItsTemplate(
            String name, String bank, String number, String opening, int lines, String closing) throws IOException {
        FundAccountId of = accounts.confirmed(number, opening);
        byte[] content = new ClassPathResource("bank/samples/" + name).getContentAsByteArray();

        Uploaded uploaded = uploads.upload(new NewStatement(of, null, "", name, content), accounts.clerk());

        assertThat(uploaded.faults()).isEmpty();
        StatementImportView seen = register.get(Objects.requireNonNull(uploaded.id()));
        assertThat(seen.template()).isEqualTo(bank);
        assertThat(seen.fresh()).isEqualTo(lines);
        assertThat(seen.closing()).hasToString(closing);
        assertThat(register.preview(uploaded.id()).get(0).serial() != null).isEqualTo(!name.equals("icbc.csv"));
        imports.confirm(uploaded.id(), accounts.clerk());
        assertThat(invariants.violations()).isEmpty();
    }
}
