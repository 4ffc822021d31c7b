/** One mechanism for every edit that a person gives figures to: described once, shown by one dialog. */
import { z } from 'zod';
import type { Project } from '../../../shared/domain/project';
import type { Edit } from '../../../shared/edits/edit';
import type { MessageKey } from '../../../shared/messages/index';
import type { CommandGroup } from '../../app/commands';
import type { Refusal } from '../../app/refusals';
import { formatTimecode, parseTimecode } from '../../state/timecode';

/** How a field is shown and typed. */
export type FieldControl = 'choice' | 'number' | 'time' | 'check' | 'text' | 'language';

/** What the dialog has to know of a field beside its schema. */
export interface FieldMeta {
  readonly labelKey: MessageKey;
  readonly helpKey?: MessageKey;
  readonly control: FieldControl;
  /** For a choice: its values, each with a text of the catalogue or, for figures, as they are. */
  readonly options?: readonly { readonly value: string; readonly labelKey?: MessageKey }[];
}

const metas = z.registry<FieldMeta>();

/** Says how a field of an operation's schema is shown. */
export function field<S extends z.ZodType>(schema: S, meta: FieldMeta): S {
  metas.add(schema, meta);
  return schema;
}

export interface Field extends FieldMeta {
  readonly name: string;
}

/** What stands in the fields: text as typed, or whether a box is ticked. */
export type FormValues = Readonly<Record<string, string | boolean>>;

/** What a form comes to: an edit to preview and run, or the field that is wrong. */
export type Reading =
  { readonly edit: BoundEdit } | { readonly wrong: string; readonly errorKey: MessageKey };

/** An edit with its arguments. */
export interface BoundEdit {
  readonly command: string;
  readonly label: MessageKey;
  apply(project: Project): Project;
}

/** An edit with its arguments filled in. */
export function bind<A>(edit: Edit<A>, args: A): BoundEdit {
  return { command: edit.command, label: edit.label, apply: (project) => edit.apply(project, args) };
}

export interface Operation {
  /** Also the id of its command. */
  readonly id: string;
  readonly titleKey: MessageKey;
  readonly leadKey: MessageKey;
  readonly shortcut: string | null;
  readonly group: CommandGroup;
  readonly fields: readonly Field[];
  isEnabled(): boolean;
  /** What else it needs than subtitles that may be changed. */
  readonly needs?: Refusal;
  defaults(): FormValues;
  read(values: FormValues): Reading;
}

interface Description<S extends z.ZodObject> extends Omit<Operation, 'fields' | 'defaults' | 'read'> {
  readonly schema: S;
  /** What the fields hold when the dialog opens, in the units of the schema. */
  readonly start: () => z.infer<S>;
  readonly plan: (values: z.infer<S>) => BoundEdit;
}

/** An operation of its description. Every field of `schema` must be made with `field`. */
export function defineOperation<S extends z.ZodObject>(description: Description<S>): Operation {
  const { schema, start, plan, ...rest } = description;
  const fields = Object.entries(schema.shape).flatMap(([name, type]) => {
    const meta = metas.get(type);
    return meta ? [{ name, ...meta }] : [];
  });
  return {
    ...rest,
    fields,
    defaults: () => {
      const values: Record<string, unknown> = start();
      return Object.fromEntries(fields.map(({ name, control }) => [name, shown(values[name], control)]));
    },
    read(values) {
      const raw = Object.fromEntries(fields.map(({ name, control }) => [name, typed(values[name], control)]));
      const parsed = schema.safeParse(raw);
      if (parsed.success) return { edit: plan(parsed.data) };
      const wrong = String(parsed.error.issues[0]?.path[0] ?? fields[0]?.name);
      const control = fields.find(({ name }) => name === wrong)?.control ?? 'text';
      return { wrong, errorKey: `operation.wrong.${control}` };
    },
  };
}

/** `1.5` of `1500` with its sign, as it is typed. */
function shown(value: unknown, control: FieldControl): string | boolean {
  if (typeof value === 'boolean') return value;
  if (control === 'time' && typeof value === 'number')
    return `${value < 0 ? '-' : ''}${formatTimecode(Math.abs(value))}`;
  return String(value);
}

function typed(value: string | boolean | undefined, control: FieldControl): unknown {
  if (typeof value !== 'string') return value;
  if (control === 'number') return value.trim() === '' ? null : Number(value.trim().replace(',', '.'));
  return control === 'time' ? signedTime(value) : value;
}

/** A time that may run backwards, e.g. `-1.5`; null for anything else. */
export function signedTime(text: string): number | null {
  const match = /^\s*([-\u2212+]?)\s*(.*)$/u.exec(text);
  const ms = parseTimecode(match?.[2] ?? '');
  if (ms === null) return null;
  return match?.[1] === '-' || match?.[1] === '\u2212' ? 0 - ms : ms;
}
