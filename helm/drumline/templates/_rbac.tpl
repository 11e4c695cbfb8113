{{- /* What the operator does in the namespaces that it watches. No wildcard and no exec; a Secret is read by name, never listed.
      Nothing is deleted: what the operator made has owners, and the garbage collector does the rest. What it makes it applies on the
      server's side, which takes create and patch and reads nothing first; only what it watches is listed. */ -}}
{{- define "drumline.rules" -}}
- apiGroups: [drumline.dev]
  resources: [taskbrokers, periodictasks, periodictasksets, workerpools]
  verbs: [list, watch]
- apiGroups: [drumline.dev]
  resources: [taskbrokers/status, periodictasks/status, periodictasksets/status, workerpools/status]
  verbs: [patch]
# Some API servers let only those own an object who may touch its owner's finalizers.
- apiGroups: [drumline.dev]
  resources: [taskbrokers/finalizers, workerpools/finalizers]
  verbs: [update]
# Those alone that a PeriodicTaskSet reads are asked for, by name or by label.
- apiGroups: [""]
  resources: [configmaps]
  verbs: [get, list, watch]
- apiGroups: [apps]
  resources: [deployments]
  verbs: [list, watch, create, patch]
- apiGroups: [""]
  resources: [services, serviceaccounts]
  verbs: [create, patch]
- apiGroups: [policy]
  resources: [poddisruptionbudgets]
  verbs: [create, patch]
- apiGroups: [networking.k8s.io]
  resources: [networkpolicies]
  verbs: [create, patch]
- apiGroups: [""]
  resources: [events]
  verbs: [create, patch]
- apiGroups: [""]
  resources: [secrets]
  verbs: [get]
{{- end }}
