/** What the center says to people, in English and Korean; never what it writes for programs. */
package org.sinho.center.text;
