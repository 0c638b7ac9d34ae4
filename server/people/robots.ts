import { demoPassword } from './demo.ts';
import type { Directory } from './directory.ts';
import { usualUser } from './people.ts';
import type { User } from './people.ts';

/** Robot agents for the practice line: demo users named robot1, robot2, …, made once and then found again. */
export async function makeRobots(directory: Directory, hash: (password: string) => Promise<string>, count: number, unitIds: readonly string[], now: number): Promise<{ username: string; password: string }[]> {
  const names = Array.from({ length: count }, (_, place) => `robot${place + 1}`);
  const missing = names.filter((name) => directory.user(name) === null);
  if (missing.length > 0) {
    const passwordHash = await hash(demoPassword);
    const users = missing.map(
      (name): User => ({
        id: name,
        username: name,
        name: `机器人${name.slice('robot'.length)}`,
        role: 'agent',
        unitIds: [...unitIds],
        language: 'zh-CN',
        passwordHash,
        ...usualUser, presenceSince: now,
        demo: true,
      }),
    );
    await directory.save({ users });
  }
  return names.map((username) => ({ username, password: demoPassword }));
}
