import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/api/contract';
import { ProtectedName } from '../../../shared/domain/protected-name';
import { useMessages } from '../../app/messages';
import { useDocument } from '../../state/document';
import { seek } from '../../state/playback';
import { cueById } from '../../state/selectors';
import { selectCue, showText, showTrack } from '../../state/session';
import { lendTyped } from '../../state/typed';
import { Button } from '../../ui/button';
import { SelectInput, TextInput } from '../../ui/field';
import { BLANK, draftOf, entryOf, type NameDraft } from './model';

type Found = Output<'names.find'>['found'][number];

const KINDS = ProtectedName.shape.kind.options;

/** One name: how it is written, where it is looked for, what stands in its place, and where it stands now. */
export function NameForm({
  entry,
  found,
  onSave,
  onRemove,
  onShown,
}: {
  /** Null for a new one. */
  readonly entry: ProtectedName | null;
  readonly found: Found | null;
  readonly onSave: (entry: ProtectedName) => void;
  readonly onRemove: () => void;
  /** Called when the person went to a place of the project. */
  readonly onShown: () => void;
}) {
  const t = useMessages();
  const kept = entry ? draftOf(entry) : BLANK;
  const [draft, setDraft] = useState<NameDraft>(kept);
  const made = entryOf(draft);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(kept);
  const change = (part: Partial<NameDraft>) => setDraft({ ...draft, ...part });
  const save = () => {
    if (typeof made !== 'string' && isChanged) onSave(made);
  };
  useEffect(() => lendTyped(save));
  return (
    <section
      className="names__form"
      aria-label={t('names.entry')}
      onBlur={({ currentTarget, relatedTarget }) => {
        // What was typed is kept when the person goes on to something else. A menu that opens has the focus for a while.
        if (relatedTarget?.closest('.dialog') && !currentTarget.contains(relatedTarget)) save();
      }}
    >
      <TextInput
        label={t('names.name')}
        value={draft.name}
        autoFocus
        onChange={(name) => change({ name })}
        onSubmit={save}
        {...(isChanged && made === 'letter' ? { error: t('names.noLetter') } : {})}
      />
      <TextInput
        label={t('names.aliases')}
        help={t('names.aliasesHelp')}
        multiline
        rows={3}
        value={draft.aliases}
        onChange={(aliases) => change({ aliases })}
      />
      <div className="names__pair">
        <SelectInput
          label={t('names.kind')}
          value={draft.kind}
          options={KINDS.map((kind) => ({ value: kind, label: t('names.kindName', { kind }) }))}
          onChange={(kind) => change({ kind })}
        />
        <TextInput
          label={t('names.languages')}
          help={t('names.languagesHelp')}
          dir="ltr"
          value={draft.languages}
          onChange={(languages) => change({ languages })}
          onSubmit={save}
          {...(made === 'language' ? { error: t('names.noLanguage') } : {})}
        />
      </div>
      <TextInput
        label={t('names.pseudonym')}
        help={t('names.pseudonymHelp')}
        value={draft.pseudonym}
        onChange={(pseudonym) => change({ pseudonym })}
        onSubmit={save}
      />
      <div className="names__bar">
        <Button
          variant="primary"
          size="small"
          isDisabled={!isChanged || typeof made === 'string'}
          onPress={save}
        >
          {t(entry ? 'names.save' : 'names.addThis')}
        </Button>
        {entry && (
          <Button variant="quiet" size="small" onPress={onRemove}>
            {t('names.remove')}
          </Button>
        )}
      </div>
      {entry && found && <Places found={found} onShown={onShown} />}
    </section>
  );
}

function Places({ found, onShown }: { readonly found: Found; readonly onShown: () => void }) {
  const t = useMessages();
  const { count, places } = found;
  const go = (id: string) => {
    const { project } = useDocument.getState();
    const cue = cueById(project, id);
    const word = project.paragraphs
      .find((paragraph) => paragraph.id === id)
      ?.words.find(({ startMs }) => startMs !== null);
    if (cue) {
      showTrack(cue.trackId);
      selectCue(cue.id);
      showText('cues');
      seek(cue.startMs, 'after');
    } else {
      showText('transcript');
      if (word) seek(word.startMs ?? 0, 'after');
    }
    onShown();
  };
  return (
    <div>
      <h3 className="names__heading">{t('names.places', { count })}</h3>
      <ul className="names__places">
        {places.map(({ place, found: text, recordId }, n) => (
          <li key={n}>
            {recordId === null ? (
              <span>{t('names.place', { place, text })}</span>
            ) : (
              <button type="button" className="names__name" onClick={() => go(recordId)}>
                <span dir="auto">{t('names.place', { place, text })}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {count > places.length && (
        <p className="names__none">{t('names.more', { count: count - places.length })}</p>
      )}
    </div>
  );
}
