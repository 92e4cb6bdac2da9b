package org.violator.lower;

/** Shows what a bean answers at the time. */
record BadRecord(BadController answers) {}
