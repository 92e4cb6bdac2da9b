package org.maintenancefund.audit;

/**
 * The append-only trail of who did what (操作日志). Who acts, from which address and in which request is picked up from the
 * security context and the request.
 */
public interface AuditTrail {

    /**
     * Records what the running transaction does, in that transaction: either both are kept or neither. Throws
     * {@link org.springframework.transaction.IllegalTransactionStateException} where none runs.
     */
    void record(AuditEvent event);

    /**
     * Records something that changes nothing or failed, such as a refused access or a personal detail that was looked at,
     * in a transaction of its own: it is kept whatever becomes of the one around it.
     */
    void recordOnItsOwn(AuditEvent event);
}
