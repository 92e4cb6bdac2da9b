package org.maintenancefund.area.application;

/** A step was asked for, and nothing has been begun, or it was submitted or thrown away in another window. */
class NoDraft extends RuntimeException {}
