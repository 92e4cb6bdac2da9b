package org.violator.lower.demo;

/** What is not in the packaged jar. */
public class BadCity {}
