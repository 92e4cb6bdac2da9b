/** 收取公示 as pages and as the paper that is posted. */
package org.maintenancefund.disclosure.publication.web;
