/** The life of an application: entity, decisions, rounds, codes, jobs. */
package org.maintenancefund.application.domain;
