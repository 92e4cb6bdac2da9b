package org.violator.lower;

/** Bears a name that nobody guesses, and does what has a word of its own. */
public class BadDesk {

    public void mendRow() {}
}
