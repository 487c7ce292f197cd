// `content/policy/glabasana.yaml` as typed values. Separate from `facts.ts`, because only the register needs
// it.
import { parse } from 'yaml';
import retentionYaml from '../../content/policy/glabasana.yaml?raw';
import { type Retention, retentionSchema } from '../calendar/retention-schema.ts';

export const retention: Retention['policies'] = retentionSchema.parse(parse(retentionYaml)).policies;
