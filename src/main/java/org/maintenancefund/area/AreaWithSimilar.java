package org.maintenancefund.area;

/** An area with those that could be taken for it. */
public record AreaWithSimilar(AreaView area, SimilarAreas similar) {}
