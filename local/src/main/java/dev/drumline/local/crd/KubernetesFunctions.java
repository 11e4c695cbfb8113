// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.crd;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The functions that Kubernetes adds to CEL, as far as the village has them: find, findAll, isURL and list sums. */
final class KubernetesFunctions {

    private static final ListType LIST = ListType.create(SimpleType.DYN);

    private KubernetesFunctions() {}

    static List<CelFunctionDecl> declarations() {
        return List.of(
                member("find", SimpleType.STRING, SimpleType.STRING, SimpleType.STRING),
                member("findAll", ListType.create(SimpleType.STRING), SimpleType.STRING, SimpleType.STRING),
                CelFunctionDecl.newFunctionDeclaration(
                        "isURL", CelOverloadDecl.newGlobalOverload("is_url", SimpleType.BOOL, SimpleType.STRING)),
                member("isSorted", SimpleType.BOOL, LIST),
                member("sum", SimpleType.DYN, LIST),
                member("min", SimpleType.DYN, LIST),
                member("max", SimpleType.DYN, LIST));
    }

    static List<CelFunctionBinding> bindings() {
        return List.of(
                CelFunctionBinding.from("find", String.class, String.class, (text, regex) -> matches(text, regex)
                        .findFirst()
                        .orElse("")),
                CelFunctionBinding.from("findAll", String.class, String.class, (text, regex) -> matches(text, regex)
                        .toList()),
                CelFunctionBinding.from("is_url", String.class, KubernetesFunctions::isUrl),
                CelFunctionBinding.from("isSorted", List.class, KubernetesFunctions::isSorted),
                CelFunctionBinding.from("sum", List.class, KubernetesFunctions::sum),
                CelFunctionBinding.from(
                        "min", List.class, list -> sorted(list).findFirst().orElseThrow()),
                CelFunctionBinding.from(
                        "max", List.class, list -> sorted(list).toList().getLast()));
    }

    private static CelFunctionDecl member(String name, CelType result, CelType... arguments) {
        return CelFunctionDecl.newFunctionDeclaration(
                name, CelOverloadDecl.newMemberOverload(name, result, List.of(arguments)));
    }

    private static Stream<String> matches(String text, String regex) {
        Matcher matcher = Pattern.compile(regex).matcher(text);
        return matcher.results().map(r -> r.group());
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text);
            return uri.isAbsolute()
                    && (uri.getHost() != null || uri.getRawPath().startsWith("/"));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isSorted(List<?> list) {
        return sorted(list).toList().equals(list);
    }

    private static Object sum(List<?> list) {
        boolean integers = list.stream().allMatch(Long.class::isInstance);
        return integers
                ? (Object) list.stream().mapToLong(n -> (Long) n).sum()
                : (Object) list.stream()
                        .mapToDouble(n -> ((Number) n).doubleValue())
                        .sum();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // CEL checks that the elements compare
    private static Stream<Comparable> sorted(List<?> list) {
        return ((List<Comparable>) list).stream().sorted();
    }
}
