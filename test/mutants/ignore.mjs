const isCall = (node, ...names) =>
  node?.type === 'CallExpression' &&
  node.callee.type === 'Identifier' &&
  names.includes(node.callee.name)

/** Why no mutant of this node can change a figure; `undefined` where it may. */
function reasonOf(node) {
  if (node.type === 'ExpressionStatement' && isCall(node.expression, 'invariant'))
    return 'a check that stops the program'
  if (isCall(node, 'unreachable')) return 'the compiler proves that it is never reached'
  const isLabel = node.type === 'ObjectProperty' && node.key.name === 'label'
  if (isLabel || isCall(node, 'labelOf', 'amending')) return 'what an entry says, not what it moves'
  return undefined
}

export const strykerPlugins = [
  { kind: 'Ignore', name: 'no-figure', value: { shouldIgnore: ({ node }) => reasonOf(node) } },
]
