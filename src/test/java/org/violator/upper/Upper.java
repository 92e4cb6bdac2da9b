package org.violator.upper;

/** What the lower module must not know. */
public class Upper {}
