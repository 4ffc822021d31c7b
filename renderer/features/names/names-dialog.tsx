import { FileInput as ImportIcon, Plus, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ProtectedName } from '../../../shared/domain/protected-name';
import { announce } from '../../app/announcer';
import { useMessages } from '../../app/messages';
import { getClient } from '../../platform/client';
import { changeNames, findNames, loadNames, undoNames, useNames } from '../../state/campaign-names';
import { useDocument } from '../../state/document';
import { chooseFile } from '../../state/file-choice';
import { attempt, notify } from '../../state/notices';
import { keepTyped } from '../../state/typed';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { broughtIn, placeOf, withEntry, withoutEntry } from './model';
import { NameForm } from './name-form';
import './names.css';

const ICON = 14;

/** A new name, with a number of its own, so that each begins with empty fields. */
interface Fresh {
  readonly fresh: number;
}

const isFresh = (selected: number | Fresh | null): selected is Fresh =>
  typeof selected === 'object' && selected !== null;

/** The campaign's do-not-name list: every name that must not leave, how else it is written, and where it stands here. */
export function NamesDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const list = useNames((state) => state.list);
  const found = useNames((state) => state.found);
  const canUndo = useNames((state) => state.before.length > 0);
  const project = useDocument((state) => state.project);
  const [selected, setSelected] = useState<number | Fresh | null>(null);
  useEffect(() => attempt(loadNames), []);
  // Texts may change meanwhile, by an undo or a merged review.
  useEffect(() => attempt(findNames), [project]);
  const names = list?.names ?? [];
  const entry = typeof selected === 'number' ? names[selected] : undefined;

  const save = (made: ProtectedName) =>
    attempt(async () => {
      await changeNames((now) => withEntry(now, entry ?? null, made));
      const at = placeOf(useNames.getState().list?.names ?? [], made.name);
      // Unless the person went on to another name meanwhile.
      setSelected((now) => (now === selected && at >= 0 ? at : now));
    });
  const remove = (gone: ProtectedName) =>
    attempt(async () => {
      setSelected(null);
      await changeNames((now) => withoutEntry(now, gone));
    });
  const bringIn = () =>
    attempt(async () => {
      const file = await chooseFile('names');
      if (!file) return;
      const read = await getClient().call('names.read', { source: { kind: 'file', file: file.handle } });
      let [added, joined] = [0, 0];
      await changeNames((now) => {
        const made = broughtIn(now, read.names);
        ({ added, joined } = made);
        return made.names;
      });
      setSelected(null);
      notify('info', t('names.imported', { added, joined, odd: read.issues.length }));
    });
  const undo = () =>
    attempt(async () => {
      await undoNames();
      setSelected(null);
      announce(t('names.undone'));
    });

  // A name that was typed and is not on the list would leave: no way out of here drops it.
  const close = () => {
    keepTyped();
    onClose();
  };

  return (
    <ModalDialog
      title={t('names.title')}
      lead={t('names.lead')}
      size="large"
      onClose={close}
      footer={
        <Button variant="primary" onPress={close}>
          {t('app.done')}
        </Button>
      }
    >
      <div className="names__bar">
        <Button
          size="small"
          isDisabled={!list}
          onPress={() => setSelected((now) => ({ fresh: isFresh(now) ? now.fresh + 1 : 0 }))}
        >
          <Plus size={ICON} aria-hidden />
          {t('names.add')}
        </Button>
        <Button size="small" isDisabled={!list} onPress={bringIn}>
          <ImportIcon size={ICON} aria-hidden />
          {t('names.import')}
        </Button>
        <Button size="small" variant="quiet" isDisabled={!canUndo} onPress={undo}>
          <Undo2 size={ICON} aria-hidden />
          {t('names.undo')}
        </Button>
        {list && <span className="names__where">{t('names.where', { folder: list.folder })}</span>}
      </div>
      {list && list.issues.length > 0 && (
        <Banner tone="warning">
          {t('names.issues', { count: list.issues.length, first: list.issues[0]?.message ?? '' })}
        </Banner>
      )}
      <div className="names">
        <div className="names__side">
          {names.length === 0 ? (
            <p className="names__none">{t('names.none')}</p>
          ) : (
            <ul className="names__list" aria-label={t('names.title')}>
              {names.map((one, n) => (
                <li key={`${n} ${one.name}`}>
                  <button
                    type="button"
                    className="names__name"
                    aria-pressed={selected === n}
                    onClick={() => setSelected(n)}
                  >
                    <span dir="auto">{one.name}</span>
                    <span className="names__count numbers">
                      {found ? t('names.count', { count: found[n]?.count ?? 0 }) : t('names.looking')}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          )}
          {list && list.others > 0 && (
            <p className="names__none">{t('names.others', { count: list.others })}</p>
          )}
        </div>
        {(isFresh(selected) || entry) && (
          <NameForm
            key={isFresh(selected) ? `fresh ${selected.fresh}` : `${selected} ${entry?.name ?? ''}`}
            entry={entry ?? null}
            found={typeof selected === 'number' ? (found?.[selected] ?? null) : null}
            onSave={save}
            onRemove={() => {
              if (entry) remove(entry);
            }}
            onShown={onClose}
          />
        )}
      </div>
    </ModalDialog>
  );
}
