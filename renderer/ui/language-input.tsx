import { ChevronDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  Button,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { LanguageTag } from '../../shared/domain/common';
import { useMessages } from '../app/messages';
import { findLanguages, languageName, languages } from './languages';
import './field.css';

export interface LanguageInputProps {
  readonly label: string;
  readonly help?: string;
  readonly value: LanguageTag;
  readonly onChange: (tag: LanguageTag) => void;
}

/** A language by name, own name or tag; tags beyond the list are offered once they are typed. */
export function LanguageInput({ label, help, value, onChange }: LanguageInputProps) {
  const t = useMessages();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? labelOf(value);
  const found = useMemo(() => findLanguages(typed ?? ''), [typed]);
  const choose = (tag: string) => {
    setTyped(null);
    if (LanguageTag.safeParse(tag).success) onChange(tag);
  };

  return (
    <ComboBox
      className="field"
      menuTrigger="focus"
      items={found}
      inputValue={shown}
      value={value}
      onInputChange={(text) => {
        if (text !== shown) setTyped(text);
      }}
      onChange={(key) => {
        if (key !== null) choose(String(key));
      }}
      onBlur={() => setTyped(null)}
    >
      <Label className="field__label">{label}</Label>
      <div className="field__combo">
        <Input
          className="field__control"
          onFocus={(event) => {
            if (typed === null) event.currentTarget.select();
          }}
        />
        <Button className="field__combo-button" aria-label={t('app.showLanguages')}>
          <ChevronDown size={14} aria-hidden />
        </Button>
      </div>
      {help !== undefined && (
        <Text slot="description" className="field__help">
          {help}
        </Text>
      )}
      <FieldError className="field__error" />
      <Popover className="popover">
        <ListBox<(typeof found)[number]> className="menu">
          {(language) => (
            <ListBoxItem id={language.tag} textValue={labelOf(language.tag)} className="menu__item">
              <span>
                {language.name}
                {language.ownName !== language.name && (
                  <span className="field__own-name" lang={language.tag}>
                    {language.ownName}
                  </span>
                )}
              </span>
              <span className="field__tag">{language.tag}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function labelOf(tag: string): string {
  return languages().find((language) => language.tag === tag)?.name ?? languageName(tag);
}
