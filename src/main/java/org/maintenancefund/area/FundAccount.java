package org.maintenancefund.area;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.List;

/**
 * The maintenance fund account an area has of its own (独立维修资金专户).
 *
 * @param bank          开户银行
 * @param accountName   户名
 * @param accountNumber 账号, 8 to 30 digits
 */
@Embeddable
public record FundAccount(
        @Column(name = "fund_bank") String bank,
        @Column(name = "fund_account_name") String accountName,
        @Column(name = "fund_account_number") String accountNumber)
        implements Serializable {

    /** As three lines of a page. */
    public List<String> lines() {
        return List.of(bank, accountName, accountNumber);
    }
}
