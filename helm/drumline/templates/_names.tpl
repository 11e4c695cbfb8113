{{- define "drumline.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 52 | trimSuffix "-" }}
{{- end }}

{{- define "drumline.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 52 | trimSuffix "-" }}
{{- else }}
{{- $name := include "drumline.name" . }}
{{- ternary .Release.Name (printf "%s-%s" .Release.Name $name) (contains $name .Release.Name) | trunc 52 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- define "drumline.operator" -}}
{{ include "drumline.fullname" . }}-operator
{{- end }}

{{- define "drumline.lease" -}}
{{ include "drumline.operator" . }}
{{- end }}

{{- define "drumline.serviceAccount" -}}
{{- if .Values.serviceAccount.create }}
{{- default (include "drumline.operator" .) .Values.serviceAccount.name }}
{{- else }}
{{- required "serviceAccount.name: must name an existing ServiceAccount when serviceAccount.create is false" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{- define "drumline.selector" -}}
app.kubernetes.io/name: drumline-operator
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "drumline.labels" -}}
{{ include "drumline.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/component: operator
app.kubernetes.io/managed-by: {{ .Release.Service }}
app.kubernetes.io/part-of: drumline
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}

{{- /* (dict "root" $ "image" .Values.images.beat) → repository:tag */ -}}
{{- define "drumline.image" -}}
{{- with .root.Values.images.registry }}{{ trimSuffix "/" . }}/{{ end }}
{{- .image.repository }}:{{ default .root.Chart.AppVersion .image.tag }}
{{- end }}
