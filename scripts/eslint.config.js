// Lint bans with directions: each message says what to use instead.
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules/', '.build/', 'client/dist/', 'data/', 'coverage/'] },
  {
    files: ['server/**/*.ts', 'scripts/**/*.ts', 'test/**/*.ts', 'client/**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: `${import.meta.dirname}/..` } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  {
    files: ['server/**/*.ts', 'client/**/*.{ts,tsx}'],
    rules: { 'no-console': ['error'] },
  },
  {
    files: ['client/**/*.{ts,tsx}'],
    rules: {
      // Hooks hand out functions in objects; none of ours uses `this`.
      '@typescript-eslint/unbound-method': 'off',
      // A handler may be async: what it throws is shown by the hook that sent it.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: "Take the server's time: live/serverClock.ts." },
        { selector: "JSXText[value=/[\\u4e00-\\u9fff]/]", message: 'Words belong in i18n/, in both languages.' },
      ],
    },
  },
  {
    files: ['server/{contract,calls,etiquette,slips,people,cases}/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'setTimeout', message: 'Business rooms have no clock: return an effect with a due time.' },
        { name: 'setInterval', message: 'Business rooms have no clock: return an effect with a due time.' },
        { name: 'process', message: 'Only main.ts reads the environment.' },
        { name: 'fetch', message: 'Business rooms do no I/O: declare a port.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Take `now` as an argument.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take `now` as an argument.' },
      ],
    },
  },
);
