interface SlipChoicesProps<K extends string> {
  label: string;
  names: readonly K[];
  chosen: readonly string[];
  words: (name: K) => string;
  isLocked: boolean;
  onChange: (chosen: string[]) => void;
}

/** One half of field 6. What an office worded itself stands behind the known ones. */
export function SlipChoices<K extends string>({ label, names, chosen, words, isLocked, onChange }: SlipChoicesProps<K>) {
  const own = chosen.filter((name) => !names.some((known) => known === name));
  const toggle = (name: string): void => onChange(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name]);
  return (
    <div className="slip-choices" role="group" aria-label={label}>
      {[...names, ...own].map((name) => {
        const isOn = chosen.includes(name);
        const known = names.find((one) => one === name);
        return (
          <button key={name} type="button" aria-pressed={isOn} disabled={isLocked} onClick={() => toggle(name)}>
            {isOn && '✓ '}
            {known ? words(known) : name}
          </button>
        );
      })}
    </div>
  );
}
