import { useState } from 'react';
import { Translator } from '../../../shared/domain/translator';
import { useMessages } from '../../app/messages';
import { attempt } from '../../state/notices';
import { changeSettings, useSettings } from '../../state/settings';
import { Button } from '../../ui/button';
import { TextInput } from '../../ui/field';

/** The person's own translation program: none until they name one. */
export function TranslatorSetting() {
  const t = useMessages();
  const translator = useSettings((state) => state.translator);
  const [program, setProgram] = useState(translator?.program ?? '');
  const [args, setArgs] = useState((translator?.args ?? []).join('\n'));
  const wanted = Translator.safeParse({
    program,
    args: args.split('\n').flatMap((line) => line.trim() || []),
  });
  const isSame =
    wanted.success && translator !== null && JSON.stringify(wanted.data) === JSON.stringify(translator);
  return (
    <section className="settings__tools">
      <h3 className="settings__heading">{t('settings.translator')}</h3>
      <p className="settings__lead">{t('settings.translatorHelp')}</p>
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
        {translator !== null && (
          <Button variant="quiet" onPress={() => attempt(() => changeSettings({ translator: null }))}>
            {t('settings.translatorOff')}
          </Button>
        )}
      </div>
      <p className="settings__lead" role="status">
        {t(translator === null ? 'settings.translatorNone' : 'settings.translatorSet', {
          program: translator?.program ?? '',
        })}
      </p>
    </section>
  );
}
