/**
 * Names of the places in a document that a fragment can lead to, by the rules of those who publish it. Uses document and
 * document.markup; used from resolution.
 */
@NullMarked
package ibid.document.anchors;

import org.jspecify.annotations.NullMarked;
