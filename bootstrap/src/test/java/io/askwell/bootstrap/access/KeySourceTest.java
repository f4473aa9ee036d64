package io.askwell.bootstrap.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.bootstrap.Home;
import io.askwell.bootstrap.StartupProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class KeySourceTest {
    @TempDir
    private Path root;
    private final MockEnvironment environment = new MockEnvironment();

    @Test
    void makesAKeyAtTheFirstStartAndKeepsItForTheNext() throws IOException {
        var first = (KeySource.Generated) find();
        var second = (KeySource.Stored) find();

        assertThat(first.key()).hasSize(32);
        assertThat(second.keys().owner(first.key())).isPresent();
        assertThat(Files.readString(second.file()).strip()).isEqualTo(first.key());
    }

    @Test
    void letsOnlyTheOwnerReadTheKey() throws IOException {
        Path file = ((KeySource.Generated) find()).file();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void makesAnotherKeyEverywhere() {
        assertThat(((KeySource.Generated) find()).key())
                .isNotEqualTo(((KeySource.Generated) KeySource.find(environment, new Home(root.resolve("b")))).key());
    }

    @Test
    void takesTheConfiguredKeyAndStoresNothing() {
        environment.setProperty("API_KEY", "mine");

        assertThat(find()).isInstanceOf(KeySource.Configured.class);
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void wantsAKeyBesideAnExternalDatabase() {
        environment.setProperty("DB_HOST", "db");

        assertThatThrownBy(this::find).isInstanceOf(StartupProblem.class).hasMessageContaining("API_KEY is not set");
    }

    @Test
    void explainsAMalformedKeyWithoutShowingIt() {
        environment.setProperty("API_KEY", "alice:s3cret,alice:other");

        assertThatThrownBy(this::find).isInstanceOf(StartupProblem.class).hasMessageContaining("'alice'")
                .hasMessageNotContaining("s3cret");
    }

    private KeySource find() {
        return KeySource.find(environment, new Home(root));
    }
}
