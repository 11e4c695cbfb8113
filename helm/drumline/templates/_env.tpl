{{- define "drumline.env" -}}
- name: POD_IP
  valueFrom: {fieldRef: {fieldPath: status.podIP}}
- name: POD_NAMESPACE
  valueFrom: {fieldRef: {fieldPath: metadata.namespace}}
- name: HOSTNAME
  valueFrom: {fieldRef: {fieldPath: metadata.name}}
- name: JDK_JAVA_OPTIONS
  value: {{ .Values.operator.javaOptions | quote }}
- name: DRUMLINE_BEAT_IMAGE
  value: {{ include "drumline.image" (dict "root" . "image" .Values.images.beat) }}
- name: DRUMLINE_WORKER_IMAGE
  value: {{ include "drumline.image" (dict "root" . "image" .Values.images.worker) }}
- name: DRUMLINE_WRITE_BUDGET
  value: {{ .Values.operator.writeBudget | quote }}
- name: DRUMLINE_LEADER_ELECTION_ENABLED
  value: {{ .Values.leaderElection.enabled | quote }}
- name: DRUMLINE_LEADER_ELECTION_LEASE
  value: {{ include "drumline.lease" . }}
{{- with .Values.watchNamespaces }}
- name: DRUMLINE_WATCH_NAMESPACES
  value: {{ join "," . }}
{{- end }}
- name: QUARKUS_LOG_LEVEL
  value: {{ .Values.operator.logLevel }}
{{- with .Values.operator.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}
