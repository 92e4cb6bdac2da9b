/** Signing in: the form, the throttle with its device cookies, what a session may do and how long. */
package org.maintenancefund.account.signin;
