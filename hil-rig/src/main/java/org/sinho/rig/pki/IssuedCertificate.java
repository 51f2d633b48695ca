package org.sinho.rig.pki;

import org.bouncycastle.oer.Element;
import org.bouncycastle.oer.OEREncoder;
import org.bouncycastle.oer.its.ieee1609dot2.Certificate;
import org.bouncycastle.oer.its.template.ieee1609dot2.IEEE1609dot2;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.encoders.Hex;

/** One certificate with the key it was made for. */
record IssuedCertificate(Certificate certificate, byte[] oer, byte[] hash, SigningKey key) {
    private static final Element FORM = IEEE1609dot2.CertificateBase.build();

    static IssuedCertificate of(Certificate certificate, SigningKey key) {
        byte[] oer = OEREncoder.toByteArray(certificate, FORM);
        return new IssuedCertificate(certificate, oer, SigningKey.sha256(oer), key);
    }

    byte[] hashedId8() {
        return Arrays.copyOfRange(hash, 24, 32);
    }

    String hashedId8Hex() {
        return Hex.toHexString(hashedId8());
    }
}
