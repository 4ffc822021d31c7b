import { useEffect, useRef, useState } from 'react';
import { Translator } from '../../../shared/domain/translator';
import { useMessages } from '../../app/messages';
import { useAppInfo } from '../../state/app-info';
import { attempt } from '../../state/notices';
import { useSession } from '../../state/session';
import { changeSettings, reloadSettings, useSettings } from '../../state/settings';
import { Button } from '../../ui/button';
import { TextInput } from '../../ui/field';

/** The person's own translation program: none until they name one, here where the system itself asks them, else in a terminal. */
export function TranslatorSetting() {
  const t = useMessages();
  const translator = useSettings((state) => state.translator);
  const canName = useAppInfo((state) => state.info?.setsPrograms === true);
  useEffect(() => void attempt(reloadSettings), []);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Focused before the dialog would take its first control: it is brought into view, and a screen reader begins here.
    if (useSession.getState().dialogPart === 'translator') heading.current?.focus();
  }, []);
  return (
    <section className="settings__tools">
      <h3 className="settings__heading" ref={heading} tabIndex={-1}>
        {t('settings.translator')}
      </h3>
      <p className="settings__lead">{t('settings.translatorHelp')}</p>
      {canName ? <Program key={JSON.stringify(translator)} translator={translator} /> : <Elsewhere />}
      {translator !== null && (
        <div className="settings__buttons">
          <Button variant="quiet" onPress={() => attempt(() => changeSettings({ translator: null }))}>
            {t('settings.translatorOff')}
          </Button>
        </div>
      )}
      <p className="settings__lead" role="status">
        {t(translator === null ? 'settings.translatorNone' : 'settings.translatorSet', {
          program: [translator?.program ?? '', ...(translator?.args ?? [])].join(' '),
        })}
      </p>
    </section>
  );
}

function Elsewhere() {
  const t = useMessages();
  return (
    <>
      <p className="settings__lead">{t('settings.translatorElsewhere')}</p>
      <pre className="settings__command" dir="ltr" tabIndex={0}>
        {t('settings.translatorExample')}
      </pre>
    </>
  );
}

function Program({ translator }: { readonly translator: Translator | null }) {
  const t = useMessages();
  const [program, setProgram] = useState(translator?.program ?? '');
  const [args, setArgs] = useState((translator?.args ?? []).join('\n'));
  const wanted = Translator.safeParse({
    program,
    args: args.split('\n').flatMap((line) => line.trim() || []),
  });
  const isSame = wanted.success && JSON.stringify(wanted.data) === JSON.stringify(translator);
  return (
    <>
      <TextInput
        label={t('settings.translatorProgram')}
        help={t('settings.translatorProgramHelp')}
        value={program}
        onChange={setProgram}
        dir="ltr"
      />
      <TextInput
        label={t('settings.translatorArgs')}
        help={t('settings.translatorArgsHelp')}
        value={args}
        onChange={setArgs}
        multiline
        rows={3}
        dir="ltr"
      />
      <div className="settings__buttons">
        <Button
          isDisabled={!wanted.success || isSame}
          onPress={() =>
            attempt(async () => {
              if (wanted.success) await changeSettings({ translator: wanted.data });
            })
          }
        >
          {t('settings.translatorUse')}
        </Button>
      </div>
    </>
  );
}
