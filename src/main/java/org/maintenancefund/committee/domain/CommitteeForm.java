package org.maintenancefund.committee.domain;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.account.PersonRow;
import org.maintenancefund.committee.CommitteeAttribute;
import org.springframework.web.multipart.MultipartFile;

/**
 * 业委会注册 as typed: text throughout, so that a draft keeps also what can't be read. {@link CommitteeFormCheck} makes {@link
 * CommitteeDetails} of it. The fields stand in the order of the form; the error summary follows it.
 */
public class CommitteeForm {

    private String areaId = "";
    private List<String> siblingAnswer = new ArrayList<>();
    private String attribute = "";
    private String name = "";
    private String termNumber = "";
    private String termStart = "";
    private String termEnd = "";
    private String filingNumber = "";
    private String officeAddress = "";
    private String contactName = "";
    private String contactMobile = "";
    private List<PersonRow> operators = new ArrayList<>(List.of(new PersonRow("", ""), new PersonRow("", "")));

    /** Scans just sent; they go into the draft at once and are no part of what is kept as text. */
    @JsonIgnore
    private List<MultipartFile> certificate = List.of();

    @JsonIgnore
    private List<MultipartFile> others = List.of();

    /** The filled form of a round, for revising it. */
    public static CommitteeForm of(CommitteeDetails details) {
        CommitteeForm form = new CommitteeForm();
        form.areaId = details.areaId().toString();
        form.siblingAnswer =
                new ArrayList<>(details.siblingAnswer().stream().map(Enum::name).toList());
        form.attribute = details.attribute().name();
        form.name = details.name();
        form.termNumber = text(details.termNumber());
        form.termStart = text(details.termStart());
        form.termEnd = text(details.termEnd());
        form.filingNumber = text(details.filingNumber());
        form.officeAddress = details.officeAddress();
        form.contactName = details.contactName();
        form.contactMobile = details.contactMobile();
        form.operators = new ArrayList<>(details.operators().stream()
                .map(person -> new PersonRow(person.name(), person.mobile()))
                .toList());
        return form;
    }

    /** Takes over what step 2 has, and keeps what step 1 chose. */
    public void fill(CommitteeForm typed) {
        attribute = typed.attribute;
        name = typed.name;
        termNumber = typed.termNumber;
        termStart = typed.termStart;
        termEnd = typed.termEnd;
        filingNumber = typed.filingNumber;
        officeAddress = typed.officeAddress;
        contactName = typed.contactName;
        contactMobile = typed.contactMobile;
        operators = typed.operators;
    }

    /** Another area makes the answer about its siblings void. */
    public void choose(String area) {
        if (!area.equals(areaId)) {
            siblingAnswer = new ArrayList<>();
        }
        areaId = area;
    }

    public boolean formal() {
        return CommitteeAttribute.FORMAL.name().equals(attribute);
    }

    /** One more row of 拟定经办人员, unless there are as many as allowed. */
    public void addOperator(int max) {
        if (operators.size() < max) {
            operators.add(new PersonRow("", ""));
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    public String getAreaId() {
        return areaId;
    }

    public void setAreaId(String areaId) {
        this.areaId = areaId;
    }

    public List<String> getSiblingAnswer() {
        return siblingAnswer;
    }

    public void setSiblingAnswer(List<String> siblingAnswer) {
        this.siblingAnswer = siblingAnswer;
    }

    public String getAttribute() {
        return attribute;
    }

    public void setAttribute(@Nullable String attribute) {
        this.attribute = text(attribute);
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = text(name);
    }

    public String getTermNumber() {
        return termNumber;
    }

    public void setTermNumber(@Nullable String termNumber) {
        this.termNumber = text(termNumber);
    }

    public String getTermStart() {
        return termStart;
    }

    public void setTermStart(@Nullable String termStart) {
        this.termStart = text(termStart);
    }

    public String getTermEnd() {
        return termEnd;
    }

    public void setTermEnd(@Nullable String termEnd) {
        this.termEnd = text(termEnd);
    }

    public String getFilingNumber() {
        return filingNumber;
    }

    public void setFilingNumber(@Nullable String filingNumber) {
        this.filingNumber = text(filingNumber);
    }

    public String getOfficeAddress() {
        return officeAddress;
    }

    public void setOfficeAddress(@Nullable String officeAddress) {
        this.officeAddress = text(officeAddress);
    }

    public String getContactName() {
        return contactName;
    }

    public void setContactName(@Nullable String contactName) {
        this.contactName = text(contactName);
    }

    public String getContactMobile() {
        return contactMobile;
    }

    public void setContactMobile(@Nullable String contactMobile) {
        this.contactMobile = text(contactMobile);
    }

    public List<PersonRow> getOperators() {
        return operators;
    }

    public void setOperators(List<PersonRow> operators) {
        this.operators = operators;
    }

    public List<MultipartFile> getCertificate() {
        return certificate;
    }

    public void setCertificate(List<MultipartFile> certificate) {
        this.certificate = certificate;
    }

    public List<MultipartFile> getOthers() {
        return others;
    }

    public void setOthers(List<MultipartFile> others) {
        this.others = others;
    }
}
