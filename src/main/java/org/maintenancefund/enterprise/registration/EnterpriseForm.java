package org.maintenancefund.enterprise.registration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.account.PersonRow;
import org.maintenancefund.kernel.CreditCode;
import org.springframework.web.multipart.MultipartFile;

/**
 * 物管企业注册 as typed: text throughout, so that a draft keeps also what can't be read. The fields stand in the order of the
 * form; the error summary follows it.
 */
public class EnterpriseForm {

    private String name = "";
    private String creditCode = "";
    private String comparedCode = "";
    private boolean codeCompared;
    private String legalRepresentative = "";
    private String registeredAddress = "";
    private String officeAddress = "";
    private String district = "";
    private String contactName = "";
    private String contactMobile = "";
    private String phone = "";
    private String email = "";
    private List<PersonRow> operators = new ArrayList<>(List.of(new PersonRow("", ""), new PersonRow("", "")));

    /** Scans just sent; they go into the draft at once and are no part of what is kept as text. */
    @JsonIgnore
    private List<MultipartFile> licence = List.of();

    /** The filled form of a round, for revising it. */
    static EnterpriseForm of(EnterpriseDetails details) {
        EnterpriseForm form = new EnterpriseForm();
        form.name = details.name();
        form.creditCode = details.creditCode();
        form.comparedCode =
                details.code().doubt().map(doubt -> details.creditCode()).orElse("");
        form.codeCompared = details.code().doubt().isPresent();
        form.legalRepresentative = details.legalRepresentative();
        form.registeredAddress = details.registeredAddress();
        form.officeAddress = details.officeAddress();
        form.district = details.districtId().toString();
        form.contactName = details.contactName();
        form.contactMobile = details.contactMobile();
        form.phone = Objects.requireNonNullElse(details.phone(), "");
        form.email = details.email();
        form.operators = new ArrayList<>(details.operators().stream()
                .map(person -> new PersonRow(person.name(), person.mobile()))
                .toList());
        return form;
    }

    /**
     * The tick is about one code: who types another one has not compared that yet.
     *
     * @param doubtful the code typed, where its check characters do not hold
     */
    void compareAnew(Optional<CreditCode> doubtful) {
        String code = doubtful.map(CreditCode::value).orElse("");
        codeCompared = codeCompared && !code.isEmpty() && code.equals(comparedCode);
        comparedCode = code;
    }

    /** One more row of 拟定经办人员, unless there are as many as allowed. */
    void addOperator(int max) {
        if (operators.size() < max) {
            operators.add(new PersonRow("", ""));
        }
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = Objects.requireNonNullElse(name, "");
    }

    public String getCreditCode() {
        return creditCode;
    }

    public void setCreditCode(@Nullable String creditCode) {
        this.creditCode = Objects.requireNonNullElse(creditCode, "");
    }

    public String getLegalRepresentative() {
        return legalRepresentative;
    }

    public void setLegalRepresentative(@Nullable String legalRepresentative) {
        this.legalRepresentative = Objects.requireNonNullElse(legalRepresentative, "");
    }

    public String getRegisteredAddress() {
        return registeredAddress;
    }

    public void setRegisteredAddress(@Nullable String registeredAddress) {
        this.registeredAddress = Objects.requireNonNullElse(registeredAddress, "");
    }

    public String getOfficeAddress() {
        return officeAddress;
    }

    public void setOfficeAddress(@Nullable String officeAddress) {
        this.officeAddress = Objects.requireNonNullElse(officeAddress, "");
    }

    public String getDistrict() {
        return district;
    }

    public void setDistrict(@Nullable String district) {
        this.district = Objects.requireNonNullElse(district, "");
    }

    public String getContactName() {
        return contactName;
    }

    public void setContactName(@Nullable String contactName) {
        this.contactName = Objects.requireNonNullElse(contactName, "");
    }

    public String getContactMobile() {
        return contactMobile;
    }

    public void setContactMobile(@Nullable String contactMobile) {
        this.contactMobile = Objects.requireNonNullElse(contactMobile, "");
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(@Nullable String phone) {
        this.phone = Objects.requireNonNullElse(phone, "");
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = Objects.requireNonNullElse(email, "");
    }

    /** The code that the tick is about; empty where there is nothing to tick. */
    public String getComparedCode() {
        return comparedCode;
    }

    public void setComparedCode(@Nullable String comparedCode) {
        this.comparedCode = Objects.requireNonNullElse(comparedCode, "");
    }

    /** 已对照营业执照，代码无误: the applicant insists on a code whose check characters do not hold. */
    public boolean isCodeCompared() {
        return codeCompared;
    }

    public void setCodeCompared(boolean codeCompared) {
        this.codeCompared = codeCompared;
    }

    public List<PersonRow> getOperators() {
        return operators;
    }

    public void setOperators(List<PersonRow> operators) {
        this.operators = operators;
    }

    public List<MultipartFile> getLicence() {
        return licence;
    }

    public void setLicence(List<MultipartFile> licence) {
        this.licence = licence;
    }
}
