import { FileInput as ImportIcon, Plus, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ProtectedName } from '../../../shared/domain/protected-name';
import { announce } from '../../app/announcer';
import { useMessages } from '../../app/messages';
import { getClient } from '../../platform/client';
import { findNames, loadNames, saveNames, undoNames, useNames } from '../../state/campaign-names';
import { useDocument } from '../../state/document';
import { chooseFile } from '../../state/file-choice';
import { attempt, notify } from '../../state/notices';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { broughtIn } from './model';
import { NameForm } from './name-form';
import './names.css';

const ICON = 14;

/** The campaign's do-not-name list: every name that must not leave, how else it is written, and where it stands here. */
export function NamesDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const list = useNames((state) => state.list);
  const found = useNames((state) => state.found);
  const canUndo = useNames((state) => state.before.length > 0);
  const project = useDocument((state) => state.project);
  const [selected, setSelected] = useState<number | 'new' | null>(null);
  useEffect(() => attempt(loadNames), []);
  // Texts may change meanwhile, by an undo or a merged review.
  useEffect(() => attempt(findNames), [project]);
  const names = list?.names ?? [];
  const entry = typeof selected === 'number' ? names[selected] : undefined;

  const add = (made: ProtectedName) =>
    attempt(async () => {
      await saveNames([...names, made]);
      // Unless the person went on to another name meanwhile.
      setSelected((now) => (now === 'new' ? names.length : now));
    });
  const change = (index: number, made: ProtectedName) => attempt(() => saveNames(names.with(index, made)));
  const remove = (index: number) =>
    attempt(async () => {
      await saveNames(names.toSpliced(index, 1));
      setSelected(null);
    });
  const bringIn = () =>
    attempt(async () => {
      const file = await chooseFile('names');
      if (!file) return;
      const read = await getClient().call('names.read', { source: { kind: 'file', file: file.handle } });
      const { names: next, added, joined } = broughtIn(names, read.names);
      await saveNames(next);
      setSelected(null);
      notify('info', t('names.imported', { added, joined, odd: read.issues.length }));
    });
  const undo = () =>
    attempt(async () => {
      await undoNames();
      setSelected(null);
      announce(t('names.undone'));
    });

  return (
    <ModalDialog
      title={t('names.title')}
      lead={t('names.lead')}
      size="large"
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('app.done')}
        </Button>
      }
    >
      <div className="names__bar">
        <Button size="small" isDisabled={!list} onPress={() => setSelected('new')}>
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
        {(selected === 'new' || entry) && (
          <NameForm
            key={`${selected} ${entry?.name ?? ''}`}
            entry={entry ?? null}
            found={typeof selected === 'number' ? (found?.[selected] ?? null) : null}
            onSave={(made) => (typeof selected === 'number' ? change(selected, made) : add(made))}
            onRemove={() => {
              if (typeof selected === 'number') remove(selected);
            }}
            onShown={onClose}
          />
        )}
      </div>
    </ModalDialog>
  );
}
