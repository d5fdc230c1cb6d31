// The two answers to a question of an area's own that asks for one of them.
export const words = { yes: 'Yes', no: 'No' }
