package org.maintenancefund.account.username;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Readings that people know and dictionaries don't: a text file with the characters, their usual reading and others, apart
 * by spaces; lines with # are remarks. A line that is none of this, or a repeated one, stops the start.
 */
record ReadingTable(Map<String, List<String>> readings) {

    static ReadingTable load(String resource) {
        try (InputStream in = ReadingTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + resource);
            }
            Map<String, List<String>> readings = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(readings, line));
            return new ReadingTable(Map.copyOf(readings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Map<String, List<String>> readings, String line) {
        List<String> words = List.of(line.strip().split(" +"));
        List<String> read = words.subList(1, words.size());
        boolean understood = !read.isEmpty() && read.stream().allMatch(word -> word.matches("[a-z]+"));
        if (!understood || readings.put(words.get(0), read) != null) {
            throw new IllegalStateException("not a line of readings, or there twice: " + line);
        }
    }

    /** The readings of these characters, the usual one first; empty where the table has none. */
    List<String> of(String characters) {
        return readings.getOrDefault(characters, List.of());
    }
}
