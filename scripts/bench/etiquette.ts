// How long judging takes: a call of 40 segments whole, and one new segment of a live call. Prints; asserts nothing.
import { callSchema, type Call } from '../../server/etiquette/call.ts';
import { judge } from '../../server/etiquette/judge.ts';
import { listen, startListening, type ListenState } from '../../server/etiquette/listen.ts';

const lines: readonly (readonly ['agent' | 'caller', string])[] = [
  ['agent', '您好云栖花园物业服务中心请问有什么可以帮您'],
  ['caller', '哎你好我家卫生间的顶上一直在滴水已经两天了地板都泡起来了'],
  ['agent', '卫生间顶上滴水两天了地板也泡了是吧真对不起给您添麻烦了请问您住哪一栋贵姓'],
  ['caller', '八栋一零零三姓郑你们快点派个人来吧'],
  ['agent', '郑女士您别着急我请维修师傅三十分钟内到您家先帮您把水止住您看可以吗'],
  ['caller', '行那你记得让他带梯子我家没有梯子'],
  ['agent', '好的带上梯子我记下了师傅到之前会先给您打电话'],
  ['caller', 'okay thank you and please tell him the door bell is broken'],
  ['agent', "of course I'll let him know the bell is broken he will ring you when he is downstairs"],
  ['caller', '好那先这样谢谢啊'],
];

/** A call of that many segments; every text differs, so that nothing is found in a cache that a real call would not find there. */
function callOf(segments: number, salt: number): Call {
  return callSchema.parse({
    kind: 'repair',
    unit: { name: '云栖花园物业服务中心', aliases: ['云栖花园物业', '云栖花园'] },
    agent: { name: '李敏' },
    staff: [{ name: '张伟', title: '工程部主管', extension: '8012', privateNumbers: ['13800138000'] }],
    events: [{ type: 'arrived', at: 0 }, { type: 'answered', at: 5000, by: 'agent' }, { type: 'ended', at: 6000 + segments * 4000, by: 'caller' }],
    segments: Array.from({ length: segments }, (_, i) => {
      const [speaker, text] = lines[i % lines.length] ?? ['agent', ''];
      return { speaker, start: 6000 + i * 4000, end: 9500 + i * 4000, text: `${text}${i === 0 ? '' : `第${salt}件第${i}句`}` };
    }),
  });
}

const middle = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const high = (times: number[]): number => times[Math.floor(times.length * 0.99)] ?? 0;

function timed(rounds: number, run: (round: number) => void): string {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const from = performance.now();
    run(round);
    times.push(performance.now() - from);
  }
  return `median ${middle(times).toFixed(3)} ms, 99 % under ${high(times).toFixed(3)} ms`;
}

// The floor: how long this machine now takes for one pass over the same words, character by character.
const sink = { sum: 0 };
function floor(call: Call): void {
  for (const { text } of call.segments) for (let round = 0; round < 100; round++) for (let i = 0; i < text.length; i++) sink.sum = (Math.imul(sink.sum, 31) + text.charCodeAt(i)) | 0;
}

const calls = Array.from({ length: 400 }, (_, i) => callOf(40, i));
for (const call of calls.slice(0, 150)) {
  judge(call);
  floor(call);
}
console.log(`floor, its words read 100 times: ${timed(250, (round) => floor(calls[150 + round] as Call))}`);
console.log(`judge, call of 40 segments:   ${timed(250, (round) => judge(calls[150 + round] as Call))}`);

const live: number[] = [];
for (let round = 0; round < 60; round++) {
  const call = callOf(40, 1000 + round);
  let state: ListenState = startListening(call);
  for (const event of call.events.slice(0, 2)) ({ state } = listen(state, { event }));
  for (const segment of call.segments) {
    const from = performance.now();
    ({ state } = listen(state, { segment }));
    if (round >= 20) live.push(performance.now() - from);
  }
}
console.log(`listen, one new segment:      median ${middle(live).toFixed(3)} ms, 99 % under ${high(live).toFixed(3)} ms`);
const long = callOf(10_000, 1);
console.log(`judge, call of 10,000 segments: ${timed(3, () => judge(long))}`);
