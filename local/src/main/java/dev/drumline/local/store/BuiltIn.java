// SPDX-License-Identifier: Apache-2.0
package dev.drumline.local.store;

import java.util.List;
import java.util.Set;

/** The kinds that the village knows without a CustomResourceDefinition. */
public final class BuiltIn {

    private static final String APPS = "apps";
    private static final String RBAC = "rbac.authorization.k8s.io";

    public static final ResourceType NAMESPACES =
            cluster("", ResourceNames.of("Namespace", "namespaces", "ns"), "status");
    public static final ResourceType NODES = cluster("", ResourceNames.of("Node", "nodes", "no"), "status");
    public static final ResourceType PODS =
            namespaced("", ResourceNames.of("Pod", "pods", "po").in("all"), "status", "log");
    public static final ResourceType SERVICES =
            namespaced("", ResourceNames.of("Service", "services", "svc").in("all"), "status");
    public static final ResourceType SERVICE_ACCOUNTS =
            namespaced("", ResourceNames.of("ServiceAccount", "serviceaccounts", "sa"));
    public static final ResourceType SECRETS = namespaced("", ResourceNames.of("Secret", "secrets"));
    public static final ResourceType CONFIG_MAPS = namespaced("", ResourceNames.of("ConfigMap", "configmaps", "cm"));
    public static final ResourceType EVENTS = namespaced("", ResourceNames.of("Event", "events", "ev"));
    /** Another view of {@link #EVENTS}; never stored. */
    public static final ResourceType NEW_EVENTS =
            namespaced("events.k8s.io", ResourceNames.of("Event", "events", "ev"));

    public static final ResourceType ENDPOINTS = namespaced("", ResourceNames.of("Endpoints", "endpoints", "ep"));
    public static final ResourceType ENDPOINT_SLICES =
            namespaced("discovery.k8s.io", ResourceNames.of("EndpointSlice", "endpointslices"));
    public static final ResourceType DEPLOYMENTS = namespaced(
            APPS, ResourceNames.of("Deployment", "deployments", "deploy").in("all"), "status", "scale");
    public static final ResourceType REPLICA_SETS =
            namespaced(APPS, ResourceNames.of("ReplicaSet", "replicasets", "rs").in("all"), "status", "scale");
    public static final ResourceType POD_DISRUPTION_BUDGETS =
            namespaced("policy", ResourceNames.of("PodDisruptionBudget", "poddisruptionbudgets", "pdb"), "status");
    public static final ResourceType LEASES = namespaced("coordination.k8s.io", ResourceNames.of("Lease", "leases"));
    public static final ResourceType ROLES = namespaced(RBAC, ResourceNames.of("Role", "roles"));
    public static final ResourceType ROLE_BINDINGS = namespaced(RBAC, ResourceNames.of("RoleBinding", "rolebindings"));
    public static final ResourceType CLUSTER_ROLES = cluster(RBAC, ResourceNames.of("ClusterRole", "clusterroles"));
    public static final ResourceType CLUSTER_ROLE_BINDINGS =
            cluster(RBAC, ResourceNames.of("ClusterRoleBinding", "clusterrolebindings"));
    public static final ResourceType NETWORK_POLICIES =
            namespaced("networking.k8s.io", ResourceNames.of("NetworkPolicy", "networkpolicies", "netpol"));
    public static final ResourceType PRIORITY_CLASSES =
            cluster("scheduling.k8s.io", ResourceNames.of("PriorityClass", "priorityclasses", "pc"));
    public static final ResourceType CUSTOM_RESOURCE_DEFINITIONS = cluster(
            "apiextensions.k8s.io",
            ResourceNames.of("CustomResourceDefinition", "customresourcedefinitions", "crd", "crds")
                    .in("api-extensions"),
            "status");

    public static final List<ResourceType> ALL = List.of(
            NAMESPACES,
            NODES,
            PODS,
            SERVICES,
            SERVICE_ACCOUNTS,
            SECRETS,
            CONFIG_MAPS,
            EVENTS,
            NEW_EVENTS,
            ENDPOINTS,
            ENDPOINT_SLICES,
            DEPLOYMENTS,
            REPLICA_SETS,
            POD_DISRUPTION_BUDGETS,
            LEASES,
            ROLES,
            ROLE_BINDINGS,
            CLUSTER_ROLES,
            CLUSTER_ROLE_BINDINGS,
            NETWORK_POLICIES,
            PRIORITY_CLASSES,
            CUSTOM_RESOURCE_DEFINITIONS);

    private BuiltIn() {}

    private static ResourceType namespaced(String group, ResourceNames names, String... subresources) {
        return new ResourceType(new GroupVersion(group, "v1"), names, true, Set.of(subresources));
    }

    private static ResourceType cluster(String group, ResourceNames names, String... subresources) {
        return new ResourceType(new GroupVersion(group, "v1"), names, false, Set.of(subresources));
    }
}
