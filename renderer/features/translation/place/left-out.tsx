import type { LanguageTag } from '../../../../shared/domain/common';
import { leaveOut, leftOut, type Bench } from '../../../../shared/translation/place/bench';
import { useMessages } from '../../../app/messages';
import { Button } from '../../../ui/button';
import { changeBench } from './draft';

/** Sentences the person left out: never out of sight, and taken in again where they stood. */
export function LeftOut({ bench, language }: { readonly bench: Bench; readonly language: LanguageTag }) {
  const t = useMessages();
  const sentences = leftOut(bench);
  if (sentences.length === 0) return null;
  return (
    <section className="place__left-out" aria-label={t('place.leftOut')}>
      <h3 className="place__heading">{t('place.leftOut')}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <span lang={language} dir="auto">
              {bench.sentences[sentence]?.text}
            </span>
            <Button size="small" onPress={() => changeBench((now) => leaveOut(now, sentence, false))}>
              {t('place.takeIn')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
