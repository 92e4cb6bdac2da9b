package org.maintenancefund.committee.change;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.domain.CommitteeForm;
import org.maintenancefund.committee.domain.CommitteeState;
import org.springframework.web.multipart.MultipartFile;

/** 业委会信息变更 as typed, in the order of the page. Fields of items that are not ticked count for nothing. */
public class ChangeForm {

    private String committeeId = "";
    private List<String> items = new ArrayList<>();
    private String name = "";
    private String termNumber = "";
    private String termStart = "";
    private String termEnd = "";
    private String filingNumber = "";
    private String officeAddress = "";
    private String contactName = "";
    private String contactMobile = "";
    private String reason = "";

    /** Scans just sent; they go into the draft at once and are no part of what is kept as text. */
    @JsonIgnore
    private List<MultipartFile> files = List.of();

    /** The record as it is, for changing it. */
    static ChangeForm of(String committee, CommitteeState state) {
        ChangeForm form = new ChangeForm();
        form.committeeId = committee;
        form.fill(state);
        return form;
    }

    static ChangeForm of(ChangeDetails details) {
        ChangeForm form = of(details.committeeId().toString(), details.after());
        form.items = new ArrayList<>(details.items().stream().map(Enum::name).toList());
        form.reason = details.reason();
        return form;
    }

    private void fill(CommitteeState state) {
        name = state.name();
        termNumber = text(state.termNumber());
        termStart = text(state.termStart());
        termEnd = text(state.termEnd());
        filingNumber = text(state.filingNumber());
        officeAddress = state.officeAddress();
        contactName = state.contactName();
        contactMobile = state.contactMobile();
    }

    boolean has(ChangeItem item) {
        return items.contains(item.name());
    }

    /** The record as the ticked items would make it, to be checked like a registration. */
    CommitteeForm onTopOf(CommitteeState now) {
        ChangeForm kept = of(committeeId, now);
        boolean term = has(ChangeItem.FORMALISE) || has(ChangeItem.NEW_TERM);
        CommitteeForm form = new CommitteeForm();
        form.setAttribute((has(ChangeItem.FORMALISE) ? CommitteeAttribute.FORMAL : now.attribute()).name());
        form.setName(has(ChangeItem.NAME) || has(ChangeItem.FORMALISE) ? name : kept.name);
        form.setTermNumber(term ? termNumber : kept.termNumber);
        form.setTermStart(term ? termStart : kept.termStart);
        form.setTermEnd(term ? termEnd : kept.termEnd);
        form.setFilingNumber(term ? filingNumber : kept.filingNumber);
        form.setOfficeAddress(has(ChangeItem.OFFICE) ? officeAddress : kept.officeAddress);
        form.setContactName(has(ChangeItem.CONTACT) ? contactName : kept.contactName);
        form.setContactMobile(has(ChangeItem.CONTACT) ? contactMobile : kept.contactMobile);
        return form;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    public String getCommitteeId() {
        return committeeId;
    }

    public void setCommitteeId(@Nullable String committeeId) {
        this.committeeId = Objects.requireNonNullElse(committeeId, "");
    }

    public List<String> getItems() {
        return items;
    }

    public void setItems(List<String> items) {
        this.items = items;
    }

    public String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = Objects.requireNonNullElse(name, "");
    }

    public String getTermNumber() {
        return termNumber;
    }

    public void setTermNumber(@Nullable String termNumber) {
        this.termNumber = Objects.requireNonNullElse(termNumber, "");
    }

    public String getTermStart() {
        return termStart;
    }

    public void setTermStart(@Nullable String termStart) {
        this.termStart = Objects.requireNonNullElse(termStart, "");
    }

    public String getTermEnd() {
        return termEnd;
    }

    public void setTermEnd(@Nullable String termEnd) {
        this.termEnd = Objects.requireNonNullElse(termEnd, "");
    }

    public String getFilingNumber() {
        return filingNumber;
    }

    public void setFilingNumber(@Nullable String filingNumber) {
        this.filingNumber = Objects.requireNonNullElse(filingNumber, "");
    }

    public String getOfficeAddress() {
        return officeAddress;
    }

    public void setOfficeAddress(@Nullable String officeAddress) {
        this.officeAddress = Objects.requireNonNullElse(officeAddress, "");
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

    public String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = Objects.requireNonNullElse(reason, "");
    }

    public List<MultipartFile> getFiles() {
        return files;
    }

    public void setFiles(List<MultipartFile> files) {
        this.files = files;
    }
}
