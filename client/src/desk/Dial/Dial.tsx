import './dial.css';

const radii = [36, 48, 60] as const;
const ringColours = ['var(--ring1)', 'var(--ring2)', 'var(--ring3)'] as const;
const numberColours = ['var(--ring1)', 'var(--ring2t)', 'var(--ring3)'] as const;

interface DialProps {
  filled: readonly [number, number, number];
  /** The ring that sounds now, 1 to 3; null when nothing rings: the arcs are grey then. */
  ring: 1 | 2 | 3 | null;
  text: string;
  caption: string;
  /** Where the attendant takes over in the third ring, 0 to 1. */
  tick?: number | null;
  label: string;
}

/** Three concentric arcs that fill from the inner to the outer, with the figure printed too. */
export function Dial({ filled, ring, text, caption, tick = null, label }: DialProps) {
  const angle = (tick ?? 0) * 2 * Math.PI - Math.PI / 2;
  const colour = ring === null ? 'var(--ink)' : numberColours[ring - 1];
  return (
    <div className="dial">
      <svg width="128" height="128" viewBox="0 0 128 128" role="img" aria-label={label}>
        {radii.map((radius, index) => {
          const round = 2 * Math.PI * radius;
          const part = filled[index] ?? 0;
          return (
            <g key={radius} fill="none" strokeWidth="8">
              <circle cx="64" cy="64" r={radius} stroke="var(--track)" />
              {part > 0 && <circle cx="64" cy="64" r={radius} stroke={ring === null ? 'var(--ink2)' : ringColours[index]} strokeDasharray={`${part * round} ${round}`} transform="rotate(-90 64 64)" />}
            </g>
          );
        })}
        {tick !== null && ring !== null && <line x1={64 + 55 * Math.cos(angle)} y1={64 + 55 * Math.sin(angle)} x2={64 + 64 * Math.cos(angle)} y2={64 + 64 * Math.sin(angle)} stroke="var(--ink)" strokeWidth="2" />}
        <text x="64" y="64" textAnchor="middle" dominantBaseline="central" fontSize={text.length <= 1 ? 40 : text.length <= 6 ? 20 : 14} fontWeight="600" fill={colour}>
          {text}
        </text>
      </svg>
      <div className="dial-caption" style={ring === null ? undefined : { color: colour, fontWeight: 600 }}>
        {caption}
      </div>
    </div>
  );
}
