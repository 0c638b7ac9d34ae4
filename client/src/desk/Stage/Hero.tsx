import { useLayoutEffect, useRef, useState } from 'react';

/**
 * One sentence of the stage. `now` is to be said, `key` is the office's name while it rings; `note` stands small below; `lang` where it is not the screen's
 * language. Without `onSay` it cannot be pressed.
 */
export interface Segment {
  key: string;
  text: string;
  look: 'idle' | 'plain' | 'key' | 'said' | 'now';
  note: string;
  lang?: string;
  onSay?: () => void;
}

const sizes = [56, 44, 36, 28, 20] as const;

/** The sentences, as large as the width lets them be. The width of the bold form is always kept, so that nothing moves when the emphasis does. */
export function Hero({ segments }: { segments: readonly Segment[] }) {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<number>(sizes[0]);
  const words = segments.map(({ text }) => text).join('|');

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const fit = (): void => {
      for (const candidate of sizes) {
        element.style.setProperty('--say', `${candidate}px`);
        // The smallest size wraps: measured with its rule, every size would seem to fit.
        element.dataset['size'] = String(candidate);
        if (element.scrollWidth <= element.clientWidth + 1) {
          setSize(candidate);
          return;
        }
      }
      setSize(sizes[sizes.length - 1] ?? 20);
    };
    fit();
    const watch = new ResizeObserver(fit);
    watch.observe(element);
    return () => watch.disconnect();
  }, [words]);

  return (
    <div className="hero" ref={box} style={{ '--say': `${size}px` } as React.CSSProperties} data-size={size}>
      {segments.map(({ key, text, look, note, onSay, lang }) => (
        <button key={key} type="button" className={`segment ${look}`} disabled={!onSay} onClick={onSay} aria-current={look === 'now' ? 'step' : undefined} data-look={look}>
          <span className="segment-text" data-text={text} lang={lang}>
            {text}
          </span>
          <span className="segment-line" />
          <span className="segment-note">{note}</span>
        </button>
      ))}
    </div>
  );
}
