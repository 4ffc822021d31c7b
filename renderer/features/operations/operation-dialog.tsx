import { useDeferredValue, useMemo, useState } from 'react';
import { errorData } from '../../../shared/api/errors';
import type { Project } from '../../../shared/domain/project';
import { withoutMarkUp } from '../../../shared/text/mark-up';
import { settle } from '../../../shared/translation/settle';
import { announce } from '../../app/announcer';
import { t as message, useMessages } from '../../app/messages';
import { run, useDocument } from '../../state/document';
import { formatTimecode } from '../../state/timecode';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { FieldControls } from './field-controls';
import type { BoundEdit, FormValues, Operation } from './operation';
import './operations.css';
import { cueChanges, keptChanges, type CueChange } from './preview';
import { useOperation } from './store';

/** Examples that are shown of what will change. */
const EXAMPLES = 4;

/** The dialog of whatever operation is open: its fields, what would change, and one step to undo. */
export function OperationDialog({ onClose }: { readonly onClose: () => void }) {
  const operation = useOperation((state) => state.operation);
  return operation && <OperationForm key={operation.id} operation={operation} onClose={onClose} />;
}

function OperationForm({
  operation,
  onClose,
}: {
  readonly operation: Operation;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const [values, setValues] = useState(() => operation.defaults());
  const shown = useDeferredValue(values);
  const result = useMemo(() => tryOut(operation, shown, project), [operation, shown, project]);
  const changes = 'changes' in result ? result.changes : [];
  const canRun = changes.length > 0;

  const apply = () => {
    const now = tryOut(operation, values, project);
    if (!('made' in now) || now.changes.length === 0) return;
    run(once(now.edit, project, now.made), null);
    announce(t('operation.done', { count: now.changes.length }));
    onClose();
  };

  return (
    <ModalDialog
      title={t(operation.titleKey)}
      lead={t(operation.leadKey)}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" isDisabled={!canRun} onPress={apply}>
            {t('operation.apply')}
          </Button>
        </>
      }
    >
      <form
        className="operation"
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <FieldControls
          fields={operation.fields}
          values={values}
          wrong={'wrong' in result ? result : null}
          onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
        />
        {/* Enter in a field is the main button. */}
        <input type="submit" hidden />
      </form>
      <section className="operation__preview" aria-live="polite">
        <p className="operation__count">
          {'problem' in result ? result.problem : t('operation.changes', { count: changes.length })}
        </p>
        <ul className="operation__examples">
          {changes.slice(0, EXAMPLES).map((change) => (
            <Example key={change.after?.id ?? change.before?.id} change={change} />
          ))}
        </ul>
      </section>
    </ModalDialog>
  );
}

function Example({ change: { before, after } }: { readonly change: CueChange }) {
  const t = useMessages();
  const cue = after ?? before;
  if (!cue) return null;
  const isRetimed = before && after && (before.startMs !== after.startMs || before.endMs !== after.endMs);
  const one = (text: string) => withoutMarkUp(text).replaceAll('\n', ' ⏎ ');
  const span = ({ startMs, endMs }: { startMs: number; endMs: number }) =>
    `${formatTimecode(startMs)} – ${formatTimecode(endMs)}`;
  return (
    <li className="operation__example">
      {isRetimed ? (
        <>
          <del className="numbers">{span(before)}</del>
          <ins className="numbers">{span(after)}</ins>
        </>
      ) : (
        <>
          <del dir="auto">{before ? one(before.text) : ''}</del>
          <ins dir="auto">{after ? one(after.text) : t('operation.deleted')}</ins>
        </>
      )}
    </li>
  );
}

type Outcome =
  /** `made`: what the edit itself made; `changes`: what of it stays. Translations that follow are not counted. */
  | { readonly edit: BoundEdit; readonly made: Project; readonly changes: readonly CueChange[] }
  | { readonly wrong: string; readonly problem: string }
  | { readonly problem: string };

/** What the form as filled in would do to the project. Nothing is recorded. */
function tryOut(operation: Operation, values: FormValues, project: Project): Outcome {
  const reading = operation.read(values);
  if ('wrong' in reading) return { wrong: reading.wrong, problem: message(reading.errorKey) };
  try {
    const made = reading.edit.apply(project);
    const asked = cueChanges(project, made);
    const changes = keptChanges(asked, cueChanges(project, settle(project, made)));
    if (changes.length === 0 && asked.length > 0) return { problem: message('operation.held') };
    return { edit: reading.edit, made, changes };
  } catch (error) {
    return { problem: errorData(error).message };
  }
}

/** The step that was previewed, not computed a second time. */
function once({ command, label }: BoundEdit, before: Project, made: Project) {
  return { command, label, apply: (project: Project) => (project === before ? made : project) };
}
