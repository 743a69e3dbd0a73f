package io.github.segbench.inspect;

import io.github.segbench.api.model.FamilyFit;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.NetworkSignature;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A family that could decode a network.
 *
 * @param family its id
 */
public record FamilyProposal(String family, FamilyFit fit) {
  /** All families that fit, the most certain first; equally certain ones by id. */
  public static List<FamilyProposal> of(
      Collection<ModelFamily> families, NetworkSignature signature) {
    return families.stream()
        .flatMap(
            family ->
                family.fit(signature).map(fit -> new FamilyProposal(family.id(), fit)).stream())
        .sorted(
            Comparator.comparingDouble((FamilyProposal proposal) -> -proposal.fit().certainty())
                .thenComparing(FamilyProposal::family))
        .toList();
  }
}
